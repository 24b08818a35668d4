import type { Reason } from '#model/figure.ts';
import type { Layout } from '#model/layout.ts';
import type { Declaration } from '#model/source.ts';
import { both, footnotes, list, table } from './markdown.ts';
import { templatesOf } from './register/template.ts';

const REASONS: Readonly<Partial<Record<Reason, string>>> = {
  'not-offered': 'the platform does not offer it · tidak diberikan platform',
  'not-in-export': 'not in this file · tidak ada dalam berkas ini',
  'not-collected': 'Terang does not ask for it · tidak diminta Terang',
  withdrawn: 'the platform withdrew it · ditarik platform',
};

/**
 * A source's documentation, `docs/sources/<id>.md`, made from its declaration alone. What a person who sets it up needs stands first, what
 * a reader of the figures needs after it. Texts stand in English, then Indonesian.
 */
export function page(declaration: Declaration): string {
  const { limits, how, gives, lacks } = declaration;
  return [
    `# ${declaration.name} (\`${declaration.id}\`)`,
    '<!-- Made from the declaration in src/sources; edit that, not this page. -->',
    `${both(declaration.title)} · [all sources · semua sumber](README.md)`,
    table(['', ''], facts(declaration)),
    '## How to get it',
    ...needs(declaration, 'en'),
    list(how.map((step) => step['en'] ?? step['id'] ?? '')),
    '## Cara mendapatkannya',
    ...needs(declaration, 'id'),
    list(how.map((step) => step['id'] ?? step['en'] ?? '')),
    '## Limits · Batasan',
    both(limits, '\n\n'),
    '## What it gives · Yang diberikan',
    ...given(gives),
    ...(declaration.engagement.length > 0
      ? [`Counted as engagement · Dihitung sebagai keterlibatan: ${declaration.engagement.join(' + ')}.`]
      : []),
    ...(lacks.length > 0 ? ['## What it does not give · Yang tidak diberikan', ...lacking(lacks)] : []),
    ...(declaration.layouts ?? []).flatMap((layout) => columnsOf(declaration, layout)),
    '## Terms · Ketentuan',
    declaration.terms
      ? both(declaration.terms, '\n\n')
      : 'The platform’s terms on keeping and publishing figures were not read: an open question for the agency’s lawyer.\n\nKetentuan platform tentang menyimpan dan menerbitkan angka belum dibaca: pertanyaan terbuka bagi ahli hukum instansi.',
  ]
    .join('\n\n')
    .concat('\n');
}

function facts(declaration: Declaration): string[][] {
  return [
    [
      'Comes by · Datang lewat',
      declaration.kind === 'api'
        ? 'API: pulled by itself, twice a day · diambil sendiri, dua kali sehari'
        : 'File: imported by hand · berkas yang diimpor sendiri',
    ],
    [
      'Last tried live · Terakhir dicoba langsung',
      declaration.tried === 'never' ? '**never · belum pernah**' : declaration.tried,
    ],
    ['Tested against · Diuji dengan', declaration.fixture],
    ...(declaration.price ? [['Price · Biaya', `US$ ${declaration.price.usd} per ${both(declaration.price.per)}`]] : []),
    ...(declaration.personal
      ? [
          [
            'Names, texts, or one row a person · Nama, tulisan, atau satu baris per orang',
            'yes: read from outside the repository and never kept · ya: dibaca dari luar repositori dan tidak pernah disimpan',
          ],
        ]
      : []),
    ['Daily figures settle after · Angka harian tetap setelah', `${declaration.settles} days · hari`],
    ...(declaration.gives.some(({ level }) => level === 'post')
      ? [['Post figures freeze at · Angka kiriman dibekukan pada', `${declaration.freezes} days · hari`]]
      : []),
    ...(declaration.retention ? [['The platform keeps · Platform menyimpan', `${declaration.retention} days · hari`]] : []),
    ...(declaration.peers
      ? [['Accounts of others · Akun pihak lain', 'public figures, to compare · angka publik, sebagai pembanding']]
      : []),
    ['Version or format · Versi atau format', [declaration.api, ...(declaration.versions ?? []).map(versionOf)].join('; ')],
    ...(declaration.server ? [['Address · Alamat', declaration.server]] : []),
    ...(declaration.quota ? [['Calls allowed · Batas permintaan', quotaOf(declaration.quota)]] : []),
    ...(declaration.documentation ? [['Documentation · Dokumentasi', declaration.documentation]] : []),
  ];
}

/** The secrets and settings that an account has to name, in one language. */
function needs({ secrets, settings = [] }: Declaration, language: 'en' | 'id'): string[] {
  const words = language === 'en' ? ['Secret', 'Setting', 'optional'] : ['Rahasia', 'Pengaturan', 'tidak wajib'];
  const [secret = '', setting = '', optional = ''] = words;
  const lines = [
    ...secrets.map(
      (one) => `- ${secret} \`${one.purpose}\`${one.optional ? ` (${optional})` : ''}: ${said(one.note, language)}.`,
    ),
    ...settings.map((one) => `- ${setting} \`${one.id}\`${one.optional ? ` (${optional})` : ''}: ${said(one.note, language)}`),
  ];
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function said(text: Readonly<Record<string, string>>, language: 'en' | 'id'): string {
  return text[language] ?? both(text);
}

function given(gives: Declaration['gives']): string[] {
  const notes = footnotes();
  const rows = gives.map((one) => [
    one.measure,
    one.level,
    one.level === 'post' ? 'since publication' : `${one.window}${one.snapshot ? ', state at the pull' : ''}`,
    (one.dimensions ?? []).join(' × '),
    `\`${one.metric}\``,
    one.since ?? '',
    one.until ?? '',
    notes.mark(one.note && both(one.note)),
  ]);
  return [
    table(
      [
        'figure · angka',
        'of · milik',
        'window · rentang',
        'by · menurut',
        'platform’s own name · nama dari platform',
        'from · sejak',
        'until · sampai',
        'note · catatan',
      ],
      rows,
    ),
    ...notes.below(),
  ];
}

function lacking(lacks: Declaration['lacks']): string[] {
  const notes = footnotes();
  const rows = lacks.map((one) => [
    one.measure,
    one.level,
    REASONS[one.reason] ?? one.reason,
    notes.mark(one.note && both(one.note)),
  ]);
  return [table(['figure · angka', 'of · milik', 'why · alasan', 'note · catatan'], rows), ...notes.below()];
}

/** One table that the office hands in: where its template lies, and its columns. */
function columnsOf({ id, layouts = [] }: Declaration, layout: Layout): string[] {
  const [template, sample] = templatesOf(id, layouts, layout).map(([name]) => `[\`${name}\`](../../data/templates/${name})`);
  const rows = layout.columns.map((column) => [
    `\`${column.name}\``,
    column.kind === 'choice' ? (column.values ?? []).map((value) => `\`${value}\``).join(', ') : column.kind,
    column.optional ? '' : 'yes · ya',
    both(column.note),
    column.examples[0] === '' ? '' : `\`${column.examples[0]}\``,
  ]);
  return [
    `## Columns · Kolom: ${both(layout.title)}`,
    `Template · Templat: ${template}. Sample · Contoh: ${sample}.${layout.persons ? ' One row is one person or matter: keep the file outside the repository. · Satu baris adalah satu orang atau perkara: simpan berkas di luar repositori.' : ''} No two rows with the same · Tidak boleh ada dua baris dengan: ${layout.key.map((name) => `\`${name}\``).join(' + ')}.`,
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
