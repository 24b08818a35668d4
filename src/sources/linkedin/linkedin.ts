import { z } from 'zod';
import { dayOf, type Day } from '#model/day.ts';
import { ConfigError, SecretError, SourceError } from '#model/error.ts';
import { dated } from '../figure/figures.ts';
import { connect, type LinkedIn } from './linkedin-api.ts';
import { readAudience } from './linkedin-audience.ts';
import { declaration } from './linkedin-declaration.ts';
import { readPosts } from './linkedin-posts.ts';
import { readStatistics } from './linkedin-statistics.ts';
import { epoch } from '../figure/moment.ts';
import type { ApiSource, Ask, Examination, Pull } from '../source.ts';

const Size = z.object({ firstDegreeSize: z.number() });
const Roles = z.object({ elements: z.array(z.object({ organization: z.string(), state: z.string().optional() })) });
const Introspection = z.object({ active: z.boolean(), expires_at: z.int().positive().optional(), scope: z.string().optional() });
const SCOPES = ['rw_organization_admin', 'r_organization_social'];

async function collect(ask: Ask): Promise<Pull> {
  const urn = urnOf(ask);
  const linkedin = connect(ask);
  const size = await readSize(linkedin, urn);
  const expires = (await introspect(ask).catch(absent))?.expires;
  const statistics = await readStatistics(linkedin, ask, urn);
  const audience = await readAudience(linkedin, ask, urn);
  const feed = await readPosts(linkedin, ask, urn);
  return {
    api: ask.api,
    series: [
      {
        measure: 'followers',
        window: 'day',
        dimensions: {},
        source: declaration.id,
        metric: 'firstDegreeSize',
        api: ask.api,
        values: [dated(ask.today, ask.today, size)],
      },
      ...audience.series,
      ...statistics.series,
    ],
    posts: feed.posts,
    span: feed.span,
    gaps: [...statistics.gaps, ...audience.gaps, ...feed.gaps],
    ...(expires === undefined ? {} : { expires }),
  };
}

function urnOf({ account }: Ask): string {
  const number = account.handle.replace(/^urn:li:organization:/, '');
  if (/^\d{1,20}$/.test(number)) return `urn:li:organization:${number}`;
  throw new ConfigError(`agency.json: "handle" of the account "${account.id}" is not the number of a LinkedIn page`);
}

async function readSize(linkedin: LinkedIn, urn: string): Promise<number> {
  const query = 'edgeType=COMPANY_FOLLOWED_BY_MEMBER';
  return (await linkedin(`/networkSizes/${encodeURIComponent(urn)}`, query, Size)).firstDegreeSize;
}

interface Introspected {
  readonly active: boolean;
  readonly expires?: Day;
  readonly permissions: readonly string[];
}

/** Asks LinkedIn how long the token lives, where the app's own secrets are given. */
async function introspect(ask: Ask): Promise<Introspected | undefined> {
  if (!ask.has('client-id') || !ask.has('client-secret')) return undefined;
  const server = ask.account.server ?? 'https://www.linkedin.com';
  const form = { client_id: ask.secret('client-id'), client_secret: ask.secret('client-secret'), token: ask.token() };
  const { body } = await ask.http.json({ url: `${server}/oauth/v2/introspectToken`, schema: Introspection, form });
  return {
    active: body.active,
    ...(body.expires_at === undefined ? {} : { expires: dayOf(epoch(body.expires_at * 1000), ask.zone) }),
    permissions: (body.scope ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .sort(),
  };
}

/** That the end of the token is not known costs no figure. */
function absent(error: unknown): undefined {
  if (!(error instanceof SourceError || error instanceof SecretError)) throw error;
}

async function examine(ask: Ask): Promise<Examination> {
  const urn = urnOf(ask);
  const linkedin = connect(ask);
  await readSize(linkedin, urn);
  const lacks: string[] = [];
  const { elements } = await linkedin('/organizationAcls', 'q=roleAssignee&role=ADMINISTRATOR&state=APPROVED', Roles);
  if (!elements.some((one) => one.organization === urn)) {
    lacks.push(
      'The person who made the token is no administrator of this page: LinkedIn gives its statistics to administrators alone.',
    );
  }
  const token = await introspect(ask);
  if (!token) {
    lacks.push(
      'Without the secrets "client-id" and "client-secret" LinkedIn does not say when the token ends: write "expires" in agency.json.',
    );
    return { works: true, lacks };
  }
  for (const scope of SCOPES.filter((one) => !token.permissions.includes(one))) lacks.push(`The token lacks the right ${scope}.`);
  const { active, expires, permissions } = token;
  return { works: active, ...(expires === undefined ? {} : { expires }), permissions, lacks };
}

export const linkedin: ApiSource = { declaration, collect, examine };
