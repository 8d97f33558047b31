/** The unit of a table, alone or after its organisation. */
export const UNIT_LINE = /单位\s*[：:]\s*(?:人民币)?(?:亿元|万元|千元|元)[)）]?$/
/** A line that ends so is the title of a table, or its number. */
export const TITLE = /表\s*(?:\d{1,2}|[（(].*[)）])?$/
