declare module 'virtual:disclint-sheet' {
  /** The review sheet's style and script, and their hashes as a content security policy names them. */
  export const style: string
  export const styleHash: string
  export const script: string
  export const scriptHash: string
}
