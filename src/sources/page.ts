import type { Declaration } from '#model/source.ts';

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
        ['Version or format', declaration.api + (declaration.apiEnds ? `, ends ${declaration.apiEnds}` : '')],
        ['Last tried live', declaration.tried === 'never' ? '**never**' : declaration.tried],
        ['Tested against', declaration.fixture],
        ['Daily figures settle after', `${declaration.settles} days`],
        ['Post figures are frozen at', `${declaration.freezes} days of age`],
        ...(declaration.retention ? [['The platform keeps', `${declaration.retention} days`]] : []),
        ...(declaration.server ? [['Address', declaration.server]] : []),
        ...(declaration.documentation ? [['Documentation', declaration.documentation]] : []),
      ],
    ),
    '## What it gives',
    table(['figure', 'of', 'window', 'platform’s own name', 'from', 'until', 'note'], gives.map(givenRow)),
    `Counted as engagement: ${declaration.engagement.join(' + ')}.`,
    '## What it does not give',
    table(
      ['figure', 'of', 'reason', 'note'],
      lacks.map((one) => [one.measure, one.level, one.reason, one.note ? both(one.note, ' / ') : '']),
    ),
    '## Limits · Batasan',
    both(limits, '\n\n'),
    '## How to get it',
    ...(secrets.length > 0 ? [secrets.map((one) => `Secret (${one.purpose}): ${both(one.note, ' / ')}.`).join('\n')] : []),
    list(how.map((step) => step['en'] ?? step['id'] ?? '')),
    '## Cara mendapatkannya',
    list(how.map((step) => step['id'] ?? step['en'] ?? '')),
  ]
    .join('\n\n')
    .concat('\n');
}

function givenRow(given: Given): string[] {
  const window = given.level === 'post' ? 'since publication' : `${given.window}${given.snapshot ? ', state at the pull' : ''}`;
  return [
    given.measure,
    given.level,
    window,
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
