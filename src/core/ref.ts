/**
 * A reference to (a part of) a value of the disclosure JSON: a JSON pointer (RFC 6901) and, for strings, a UTF-16
 * range of the value. Everything that can be reported carries a Ref; nobody else computes places.
 */
export interface Ref {
  readonly pointer: string
  readonly from?: number
  readonly to?: number
  /** Set when the value itself is absent and `pointer` names the nearest thing that exists. */
  readonly nearest?: true
}
