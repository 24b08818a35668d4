import type { Layout } from '#model/layout.ts';
import type { Declaration } from '#model/source.ts';
import { templatesOf } from './register/template.ts';

type Given = Declaration['gives'][number];

/** A source's documentation, `docs/sources/<id>.md`, made from its declaration alone. Texts stand in English, then Indonesian. */
export function page(declaration: Declaration): string {
  const { limits, how, gives, lacks, secrets } = declaration;
  return [
    `# ${declaration.name} (\`${declaration.id}\`)`,
    '<!-- Made from the declaration in src/sources; edit that, not this page. -->',
    both(declaration.title, ' · '),
    table(
      ['', ''],
      [
        ['Kind', declaration.kind === 'api' ? 'API: pulled by the scheduled job' : 'Export file: imported by hand'],
        ['Version or format', [declaration.api, ...(declaration.versions ?? []).map(versionOf)].join('; ')],
        ['Last tried live', declaration.tried === 'never' ? '**never**' : declaration.tried],
        ['Tested against', declaration.fixture],
        ['Daily figures settle after', `${declaration.settles} days`],
        ...(gives.some((one) => one.level === 'post')
          ? [['Post figures are frozen at', `${declaration.freezes} days of age`]]
          : []),
        ...(declaration.retention ? [['The platform keeps', `${declaration.retention} days`]] : []),
        ...(declaration.server ? [['Address', declaration.server]] : []),
        ...(declaration.quota ? [['Calls allowed', quotaOf(declaration.quota)]] : []),
        ...(declaration.price ? [['Price', `US$ ${declaration.price.usd} per ${both(declaration.price.per, ' / ')}`]] : []),
        ...(declaration.peers ? [['Accounts of others', 'their public figures, for comparison']] : []),
        ...(declaration.personal
          ? [['Holds names, texts or one row a person', 'yes: it is read from outside the repository and never kept']]
          : []),
        ...(declaration.documentation ? [['Documentation', declaration.documentation]] : []),
      ],
    ),
    '## What it gives',
    table(['figure', 'of', 'window', 'by', 'platform’s own name', 'from', 'until', 'note'], gives.map(givenRow)),
    ...(declaration.engagement.length > 0 ? [`Counted as engagement: ${declaration.engagement.join(' + ')}.`] : []),
    ...(lacks.length > 0
      ? [
          '## What it does not give',
          table(
            ['figure', 'of', 'reason', 'note'],
            lacks.map((one) => [one.measure, one.level, one.reason, one.note ? both(one.note, ' / ') : '']),
          ),
        ]
      : []),
    '## Limits · Batasan',
    both(limits, '\n\n'),
    '## How to get it',
    ...(secrets.length > 0
      ? [
          secrets
            .map((one) => `- Secret (${one.purpose}${one.optional ? ', optional' : ''}): ${both(one.note, ' / ')}.`)
            .join('\n'),
        ]
      : []),
    ...(declaration.settings
      ? [
          declaration.settings
            .map((one) => `- Setting \`${one.id}\`${one.optional ? ' (optional)' : ''}: ${both(one.note, ' / ')}`)
            .join('\n'),
        ]
      : []),
    list(how.map((step) => step['en'] ?? step['id'] ?? '')),
    '## Cara mendapatkannya',
    list(how.map((step) => step['id'] ?? step['en'] ?? '')),
    ...(declaration.layouts ?? []).flatMap((layout) => columnsOf(declaration, layout)),
    '## Terms · Ketentuan',
    declaration.terms
      ? both(declaration.terms, '\n\n')
      : 'The platform’s terms on keeping and publishing figures were not read: an open question for the agency’s lawyer.\n\nKetentuan platform tentang menyimpan dan menerbitkan angka belum dibaca: pertanyaan terbuka bagi ahli hukum instansi.',
  ]
    .join('\n\n')
    .concat('\n');
}

/** One table that the office hands in: where its template lies, and its columns. */
function columnsOf({ id, layouts = [] }: Declaration, layout: Layout): string[] {
  const [template, sample] = templatesOf(id, layouts, layout).map(([name]) => `[\`${name}\`](../../data/templates/${name})`);
  const rows = layout.columns.map((column) => [
    `\`${column.name}\``,
    column.kind === 'choice' ? (column.values ?? []).map((value) => `\`${value}\``).join(', ') : column.kind,
    column.optional ? '' : 'yes · ya',
    both(column.note, ' / '),
    column.examples[0] === '' ? '' : `\`${column.examples[0]}\``,
  ]);
  return [
    `## Columns · Kolom: ${both(layout.title, ' · ')}`,
    `Template · Templat: ${template}. Sample · Contoh: ${sample}.${layout.persons ? ' One row is one person or matter: keep the file outside the repository. · Satu baris adalah satu orang atau perkara: simpan berkas di luar repositori.' : ''} Twice the same · Tidak boleh ganda: ${layout.key.map((name) => `\`${name}\``).join(' + ')}.`,
    table(['column · kolom', 'holds · isi', 'needed · wajib', 'meaning · arti', 'example · contoh'], rows),
  ];
}

function versionOf({ api, ends }: { readonly api: string; readonly ends?: string | undefined }): string {
  return `${api} answers${ends ? ` until ${ends}` : ''}`;
}

function quotaOf({ requests, seconds }: { readonly requests: number; readonly seconds: number }): string {
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ] as const;
  const unit = units.find(([, length]) => seconds % length === 0) ?? (['second', 1] as const);
  const count = seconds / unit[1];
  return `${requests} in ${count === 1 ? `a ${unit[0]}` : `${count} ${unit[0]}s`}; at most 80 % of them are made`;
}

function givenRow(given: Given): string[] {
  const window = given.level === 'post' ? 'since publication' : `${given.window}${given.snapshot ? ', state at the pull' : ''}`;
  return [
    given.measure,
    given.level,
    window,
    (given.dimensions ?? []).join(' × '),
    `\`${given.metric}\``,
    given.since ?? '',
    given.until ?? '',
    given.note ? both(given.note, ' / ') : '',
  ];
}

function both(text: Readonly<Record<string, string>>, between: string): string {
  return ['en', 'id'].flatMap((language) => text[language] ?? []).join(between);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function list(steps: readonly string[]): string {
  return steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
}
