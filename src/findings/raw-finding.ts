import type { Finding } from '../core/finding.ts'

/** What a rule asks to be hidden where its findings are shown (`report.mask`). */
export type Mask = 'phone' | 'id' | 'account' | 'name'

/** A finding as the engine makes it: no identity, places or redaction yet. `finishFindings` adds them. */
export type RawFinding = Omit<Finding, 'fingerprint' | 'valueHash' | 'causeOf' | 'suppressed'> & {
  readonly causeOf?: readonly RawFinding[]
  /** The matched texts of its sites are sensitive. */
  readonly mask?: Mask
}
