// 统一社会信用代码的校验码（GB 32100-2015）：前 17 位加权求和，模 31。
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

function isCreditCode(text) {
  const code = text.slice(-18)
  const signs = [...code].map((sign) => SIGNS.indexOf(sign))
  if (code.length !== 18 || signs.includes(-1)) return false
  let weight = 1
  let sum = 0
  for (const sign of signs.slice(0, 17)) {
    sum += sign * weight
    weight = (weight * 3) % 31
  }
  return signs[17] === (31 - (sum % 31)) % 31
}

/** `x-credit-code`: every text ends in a credit code whose check character is right. */
export default {
  operators: {
    'x-credit-code': { takes: 'text', holds: (values) => values.every(({ text }) => isCreditCode(text)) },
  },
}
