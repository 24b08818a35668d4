import * as core from '@actions/core';
import type { AccountRun } from '#model/run.ts';
import { code, words } from './line.ts';
import { percent, shortfall, type Outcome } from './outcome.ts';

const OUTCOMES: Readonly<Record<AccountRun['outcome'], string>> = {
  complete: '✓ lengkap / complete',
  partial: '◐ sebagian / partial',
  failed: '✗ gagal / failed',
};

const WAITING =
  'kata yang mendadak ramai belum disebut, sebab bisa saja nama orang; lihat dengan `npm run terms`. / words that came up are not named, since they could be names; look at them with `npm run terms`.';

/** The job summary of a run, as Markdown: one table an agency, each figure beside its floor. Text from platforms is inert in it. */
export function renderSummary(outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return 'Tidak ada akun yang dikumpulkan. / No account was collected.\n';
  return outcomes.map(section).join('\n');
}

/** Adds a text to the job summary. Does nothing off GitHub. */
export async function summarise(
  markdown: string,
  env: Readonly<Record<string, string | undefined>>,
  summary: { addRaw(text: string): unknown; write(): Promise<unknown> } = core.summary,
): Promise<void> {
  if (!env['GITHUB_STEP_SUMMARY']) return;
  summary.addRaw(markdown);
  await summary.write();
}

function section(outcome: Outcome): string {
  const { agency, day, coverage, floor, accounts, peers = [], notices = [], waiting = 0 } = outcome;
  const state = coverage === null ? 'belum ada angka / no figures yet' : `${percent(coverage)} (batas / floor ${percent(floor)})`;
  return [
    `### ${words(agency)} · ${day}`,
    '',
    `${shortfall(outcome) === null ? '' : '**✗** '}Cakupan / Coverage: ${state}`,
    '',
    '| Akun / Account | Hasil / Outcome | Permintaan / Requests | Biaya / Cost | Token | API | Yang kurang / Gaps |',
    '| --- | --- | ---: | ---: | --- | --- | --- |',
    ...accounts.map((one) => row(one)),
    ...peers.map((one) => row(one, ', pembanding / peer')),
    '',
    ...notices.map(({ account, level, message }) => `- ${level === 'error' ? '✗' : '⚠'} ${words(account)}: ${words(message)}`),
    ...(notices.length > 0 ? [''] : []),
    ...(waiting > 0 ? [`${waiting} ${WAITING}`, ''] : []),
  ].join('\n');
}

function row({ account, source, api, outcome, requests, cost, expires, gaps }: AccountRun, kind = ''): string {
  const lacking = gaps.map(({ measure, from, to, reason, detail }) => {
    const what = [measure ?? '', from === to ? from : `${from} – ${to}`, reason].filter(Boolean).join(', ');
    return `${words(what)} ${code(detail)}`;
  });
  const cells = [
    `${words(account)} (${words(source)}${kind})`,
    OUTCOMES[outcome],
    String(requests),
    cost === undefined ? '–' : `US$ ${Number(cost.toFixed(4))}`,
    expires ?? '–',
    words(api) || '–',
    lacking.join('<br>') || '–',
  ];
  return `| ${cells.join(' | ')} |`;
}
