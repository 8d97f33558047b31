/** PDFs that cannot be read, each with the code of the problem it must end in. */
export const HOSTILE_PDF: readonly { readonly file: string; readonly code: string; readonly make: () => Uint8Array }[] = [
  { file: 'scan.pdf', code: 'pdf-scan', make: () => pdf(page('q 500 0 0 700 40 40 cm /Im0 Do Q')) },
  { file: 'empty.pdf', code: 'pdf-scan', make: () => pdf(page('')) },
  { file: 'password.pdf', code: 'pdf-encrypted', make: () => pdf(page('BT ET'), `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`) },
  { file: 'nowhere.pdf', code: 'pdf-damaged', make: () => pdf(page('BT /F1 9 Tf (a) 9 Td (b) Tj ET')) },
  { file: 'truncated.pdf', code: 'pdf-damaged', make: () => pdf(page('BT ET')).subarray(0, 60) },
  { file: 'page-loop.pdf', code: 'pdf-damaged', make: () => pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [2 0 R] >>']) },
  { file: 'form-loop.pdf', code: 'pdf-scan', make: () => pdf(page('/Fm0 Do'), '', ['<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm0 5 0 R >> >> /Length 7 >>\nstream\n/Fm0 Do\nendstream']) },
]

/** A PDF no limit of the reader holds for, only the process it is read in: its font claims two thousand million widths. */
export const ENDLESS_PDF = { file: 'widths.pdf', code: 'file-too-large', make: (): Uint8Array => pdf(page('BT /F1 9 Tf (abcdefghijklmnop) Tj ET'), '', [IMAGE, '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [7 0 R] >>', `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W [0 2000000000 500] ${SYSTEM} >>`]) }

const SYSTEM = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 >>'

const page = (content: string): readonly string[] => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Im0 5 0 R /Fm0 5 0 R >> /Font << /F1 6 0 R >> >> >>',
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
]

const IMAGE = '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream'

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
function pdf(objects: readonly string[], trailer = '', more: readonly string[] = [IMAGE]): Uint8Array {
  let text = '%PDF-1.4\n'
  const offsets = [...objects, ...more].map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  text += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  text += `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(text)
}
