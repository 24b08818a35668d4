/** Rows in which a code has to stand. No smaller count may be shown of any agency, so nothing is lost that could be published. */
const LEAST = 5;
/** Rows from which on it shows whether codes repeat, as codes do and names do not. */
export const FEW = 20;
/** Not what somebody wrote, but what became of it. */
const OURS = ['unstated', 'other'];

/**
 * What the codes of one column of a table of persons become, from the codes of all its rows: a code may be a name, or say what happened to
 * whom, so that one in fewer than five rows is "other", and each in a table of fewer than twenty rows. Those of a closed list stay.
 */
export function commonCodes(rows: readonly string[], closed: readonly string[] = []): (code: string) => string {
  const counts = new Map<string, number>();
  for (const code of rows) counts.set(code, (counts.get(code) ?? 0) + 1);
  const isCommon = (code: string): boolean => rows.length >= FEW && (counts.get(code) ?? 0) >= LEAST;
  return (code) => (OURS.includes(code) || closed.includes(code) || isCommon(code) ? code : 'other');
}
