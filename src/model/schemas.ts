import { z } from 'zod';
import { Agency } from './agency.ts';
import { Calendar } from './calendar.ts';
import { ClassifierCard } from './classifier.ts';
import { Campaign, CampaignResult } from './campaign.ts';
import { Edition, Revision } from './edition.ts';
import { Manifest } from './manifest.ts';
import { Observations } from './observation.ts';
import { OpinionMonth } from './opinion.ts';
import { Posts } from './post.ts';
import { Report } from './report.ts';
import { Runs } from './run.ts';
import { Sources } from './source.ts';
import { Terms, Topics } from './topic.ts';

/** Every kind of data file: its schema's name, the model, where such files lie, and what one is. */
export const schemas = {
  agency: {
    model: Agency,
    path: 'agencies/<agency>/agency.json',
    title: 'Who publishes, and from which accounts. Edited by staff.',
  },
  campaign: {
    model: Campaign,
    path: 'agencies/<agency>/campaigns/<campaign>.json',
    title: 'What a campaign was for, when it ran, and what it meant to reach. Edited by staff.',
  },
  topics: {
    model: Topics,
    path: 'agencies/<agency>/topics.json',
    title: "What staff follow through people's comments, and what was done about it. Edited by staff.",
  },
  terms: {
    model: Terms,
    path: 'agencies/<agency>/terms.json',
    title: 'Words on which staff decided whether they may be named as emerging. Edited by staff.',
  },
  calendar: {
    model: Calendar,
    path: 'calendars/<calendar>.json',
    title: 'Days on which offices are closed, year by year, with the decree. Edited by staff.',
  },
  observations: {
    model: Observations,
    path: 'agencies/<agency>/observations/<account>/<yyyy-mm>.json',
    title: "What a source reported of one account in one month, day by day, with the platform's own metric names.",
  },
  posts: {
    model: Posts,
    path: 'agencies/<agency>/posts/<account>/<yyyy-mm>.json',
    title: "The agency's own posts by month of publication, with their figures.",
  },
  opinion: {
    model: OpinionMonth,
    path: 'agencies/<agency>/opinion/<yyyy-mm>.json',
    title: "What people's comments of a month say, as counts: never a comment, nor who wrote it.",
  },
  runs: {
    model: Runs,
    path: 'agencies/<agency>/runs/<yyyy-mm>.json',
    title: 'What was asked, what answered and what failed, day by day.',
  },
  report: { model: Report, path: 'agencies/<agency>/reports/<period>.json', title: 'One report, computed from the files above.' },
  edition: {
    model: Edition,
    path: 'agencies/<agency>/editions/<period>/<n>.json',
    title: 'The figures of a report as published. Never changed.',
  },
  result: {
    model: CampaignResult,
    path: 'agencies/<agency>/results/<campaign>.json',
    title: 'What came of a campaign, computed from the files above.',
  },
  revision: {
    model: Revision,
    path: 'agencies/<agency>/revisions.csv',
    title: 'Every published figure that changed, one a line.',
  },
  classifier: {
    model: ClassifierCard,
    path: 'classifier/<version>/card.json',
    title: "What a classifier's weights were made of, and how well they do.",
  },
  sources: { model: Sources, path: 'sources.json', title: 'What each source can and cannot give.' },
  manifest: {
    model: Manifest,
    path: 'agencies/<agency>/manifest.json',
    title: 'Every data file of an agency with its sha256, and the manifest before it.',
  },
} as const;

export type SchemaName = keyof typeof schemas;

/** The JSON Schema (2020-12) of one kind of file. */
export function jsonSchema(name: SchemaName): Record<string, unknown> {
  const { model, title } = schemas[name];
  const { $schema, ...rest } = z.toJSONSchema(model as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return { $schema, $id: `${name}.json`, title: name, description: title, ...rest };
}
