import type { Finding, Site } from '../../src/core/finding.ts'
import type { Mask, RawFinding } from '../../src/findings/index.ts'

interface Parts {
  readonly ruleId?: string
  readonly texts?: readonly string[]
  readonly sites?: readonly Site[]
  readonly mask?: Mask
  readonly message?: string
  readonly causeOf?: readonly RawFinding[]
}

/** A raw finding with plausible defaults. */
export function rawFinding({ ruleId = 'test/rule', texts = ['1'], sites, mask, message = '不一致', causeOf }: Parts = {}): RawFinding {
  return {
    ruleId,
    severity: 'error',
    verdict: 'violated',
    category: '表文一致',
    message,
    args: {},
    sites: sites ?? texts.map((text, index) => site(text, `/sections/0/paragraphs/${index}/text`)),
    ...(mask && { mask }),
    ...(causeOf && { causeOf }),
  }
}

export function site(text: string, pointer: string, more: Partial<Site> = {}): Site {
  return { role: '处', label: pointer, text, pointer, address: pointer, ...more }
}

export function finding(parts: Partial<Finding> = {}): Finding {
  return { ...rawFinding(), fingerprint: 'f1', valueHash: 'v1', ...parts } as Finding
}
