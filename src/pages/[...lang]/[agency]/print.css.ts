import type { APIRoute } from 'astro';
import { i18n } from '#i18n/index.ts';
import { data } from '../../../components/view.ts';
import { everyLanguage, langOf } from '../../../components/address.ts';

export function getStaticPaths() {
  return everyLanguage(data.agencies().map(({ id }) => ({ agency: id })));
}

/** The running head of printed pages: CSS can't take it from the page, and the page may hold no style of its own. */
export const GET: APIRoute<Record<string, never>, { lang: string | undefined; agency: string }> = ({ params }) => {
  const agency = data.agency(params.agency);
  const words = i18n(langOf(params.lang));
  const head = [agency.name, ...(agency.sample ? [words.t('band.sample')] : [])].join(' · ');
  return new Response(
    `@page{@top-left{content:${JSON.stringify(head)};font:8pt 'Plus Jakarta Sans',sans-serif;color:#434d57}}\n`,
  );
};
