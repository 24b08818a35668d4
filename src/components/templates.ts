import type { Declaration } from '#model/source.ts';
import { data } from './view.ts';

/** One table of a register to be filled in, and the same with made-up rows: paths below the data folder. */
interface Template {
  readonly title: NonNullable<Declaration['layouts']>[number]['title'];
  readonly empty: string;
  readonly sample: string;
}

/** The templates of a source that the data folder holds. As `npm run schema` names them: by the source, and by the table where it has several. */
export function templatesOf({ id: source, layouts = [] }: Declaration): Template[] {
  return layouts
    .map(({ id, title }) => ({ title, at: `templates/${layouts.length > 1 ? `${source}-${id}` : source}` }))
    .map(({ title, at }) => ({ title, empty: `${at}.csv`, sample: `${at}.sample.csv` }))
    .filter(({ empty, sample }) => data.has(empty) && data.has(sample));
}
