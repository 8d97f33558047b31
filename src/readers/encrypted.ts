import { UnreadableFile } from './problem.ts'

/** Whether an OLE compound file is an encrypted .docx or .xlsx: it then holds a stream of this name (MS-OFFCRYPTO 1.3.2). */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])
  const first = name[0] ?? 0
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (name.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

export function encrypted(): UnreadableFile {
  return new UnreadableFile('file-encrypted', { zh: '文件有打开密码，请去掉密码另存一份再检查', en: 'the file has a password; save it without one and lint again' })
}
