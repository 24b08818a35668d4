import { z } from 'zod';
import { Agency } from './agency.ts';
import { Calendar } from './calendar.ts';
import { Campaign, CampaignResult } from './campaign.ts';
import { Edition, Revision } from './edition.ts';
import { Manifest } from './manifest.ts';
import { Observations } from './observation.ts';
import { Posts } from './post.ts';
import { Report } from './report.ts';
import { Runs } from './run.ts';
import { Sources } from './source.ts';

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
