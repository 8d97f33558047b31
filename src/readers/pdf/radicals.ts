/**
 * Chinese radicals that some programs write for the characters they look like (⻔ for 门). Source: EquivalentUnifiedIdeograph.txt of the
 * Unicode Character Database, block CJK Radicals Supplement, as far as both are one UTF-16 unit; NFKC leaves these as they are. Character k of the first text stands
 * for character k of the second.
 */
const RADICALS =
  '⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭' +
  '⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝' +
  '⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳'
const CHARACTERS =
  '厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻' +
  '糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食' +
  '飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'

/** Kangxi radicals whose NFKC character is not the one that simplified fonts draw. */
const SIMPLIFIED: readonly (readonly [string, string])[] = [['⼾', '户'], ['⾭', '青']]

const mended = new Map([...[...RADICALS].map((radical, i) => [radical, [...CHARACTERS][i] ?? radical] as const), ...SIMPLIFIED])

/** A text with radicals replaced by characters; Kangxi radicals by their compatibility equivalents (NFKC of that block only). Same length. */
export function mendRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (radical) => mended.get(radical) ?? radical.normalize('NFKC'))
}
