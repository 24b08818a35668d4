import * as github from '@actions/github';
import { code, words } from './line.ts';
import { isShort, outcomeNote, shortfall, type Outcome } from './outcome.ts';

/** The one issue that stands open while collecting fails. Its title is how it is found again. */
export const TITLE = 'Pengumpulan data gagal / Collection failed';

/** Who opens it: an issue of the same title by anybody else is left alone. */
const AUTHOR = 'github-actions[bot]';

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
}

/** The little of GitHub that is needed; `issuesOf` makes one, tests hand in their own. */
export interface Issues {
  /** Open issues that this workflow opened. */
  open(): Promise<readonly Issue[]>;
  create(title: string, body: string): Promise<void>;
  update(number: number, body: string): Promise<void>;
  comment(number: number, text: string): Promise<void>;
  close(number: number, comment: string): Promise<void>;
}

/** What a run of the workflow came to. `runs` is null where it stopped before its end. */
interface Report {
  readonly runs: readonly Outcome[] | null;
  /** Address of the run with its log. */
  readonly url: string;
}

/** Opens, updates or closes the issue, so that it says at any time what is wrong now. Says what it did. */
export async function report(run: Report, issues: Issues): Promise<'opened' | 'updated' | 'closed' | 'nothing'> {
  const standing = (await issues.open()).find((issue) => issue.title === TITLE);
  if (run.runs !== null && !isShort(run.runs)) {
    if (!standing) return 'nothing';
    await issues.close(standing.number, `Sudah pulih. / It works again. ${run.url}`);
    return 'closed';
  }
  const body = renderIssue(run);
  if (!standing) {
    await issues.create(TITLE, body);
    return 'opened';
  }
  if (standing.body === body) return 'nothing';
  await issues.update(standing.number, body);
  return 'updated';
}

/** The issue's text: what failed, and the next step of whoever reads it. Text from platforms is inert in it. */
export function renderIssue({ runs, url }: Report): string {
  const facts = runs === null ? [STOPPED] : runs.filter((run) => shortfall(run) !== null).flatMap(lacking);
  return [...facts, '', `Log: ${url}`, '', NEXT, ''].join('\n');
}

function lacking(outcome: Outcome): string[] {
  const accounts = outcome.accounts.filter(({ outcome: result }) => result !== 'complete');
  return [
    `**${words(outcome.agency)}**: ${shortfall(outcome)}`,
    '',
    ...accounts.map((account) => `- ${words(account.account)}: ${code(outcomeNote(account))}`),
  ];
}

const STOPPED =
  'Pengumpulan berhenti sebelum selesai; tidak ada data yang diubah. / Collecting stopped before its end; no data were changed.';

const NEXT = [
  'Laporan tetap terbit; bagian yang kosong diberi alasannya. Langkah berikutnya: `docs/guide.id.md`, bagian "Kalau pekerjaan otomatis merah".',
  'The report is still published, gaps with their reasons. What to do: `docs/guide.en.md`, "When the job is red".',
  'Isu ini ditutup otomatis setelah pulih. / This issue closes by itself once it works again.',
].join('\n');

/** The issues of a repository (`owner/name`), through a token that may write issues and nothing else. */
export function issuesOf(token: string, repository: string): Issues {
  const [owner = '', repo = ''] = repository.split('/');
  const { issues } = github.getOctokit(token).rest;
  const comment = async (number: number, body: string): Promise<void> => {
    await issues.createComment({ owner, repo, issue_number: number, body });
  };
  return {
    async open() {
      const { data } = await issues.listForRepo({ owner, repo, state: 'open', creator: AUTHOR, per_page: 100 });
      return data
        .filter((issue) => issue.pull_request === undefined)
        .map(({ number, title, body }) => ({ number, title, body: body ?? '' }));
    },
    async create(title, body) {
      await issues.create({ owner, repo, title, body });
    },
    async update(number, body) {
      await issues.update({ owner, repo, issue_number: number, body });
    },
    comment,
    async close(number, text) {
      await comment(number, text);
      await issues.update({ owner, repo, issue_number: number, state: 'closed', state_reason: 'completed' });
    },
  };
}
