import type { Declaration } from '#model/source.ts';
import { usualName } from './secrets.ts';

/** Where the job that collects is told which secrets to hand over. */
export const WORKFLOW = '.github/workflows/collect.yml';
/** The same of the job that looks at comments each hour: secrets of sources that read comments alone. */
export const WATCH = '.github/workflows/watch.yml';

const BEGIN = /^( +)# The usual names .*$/m;
const END = /^ +# End of the usual names.*$/m;

/** The variables that the workflow hands over. */
export function handedOver(text: string): Set<string> {
  return new Set([...text.matchAll(/^ +([A-Z][A-Z0-9_]*): \$\{\{ secrets\.\1 \}\}\s*$/gm)].flatMap(([, name]) => name ?? []));
}

/** The workflow with one line for each secret that a source may need, under its usual name; what staff wrote below stays. */
export function withSecrets(text: string, declarations: readonly Declaration[]): string {
  const [begin, end] = [BEGIN.exec(text), END.exec(text)];
  if (!begin || !end) return text;
  const names = declarations.flatMap((one) => one.secrets.map(({ purpose }) => usualName(one, purpose)));
  const lines = [...new Set(names)].sort().map((name) => `${begin[1]}${name}: \${{ secrets.${name} }}\n`);
  return `${text.slice(0, begin.index + begin[0].length)}\n${lines.join('')}${text.slice(end.index)}`;
}
