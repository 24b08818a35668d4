/**
 * Foreign text (a platform's answer, a post, a file name) made fit for one line of a log. The runner takes a line that begins with
 * `::` for a command, and one that holds `##[` anywhere; control, direction and line-separator characters can start such a line or
 * hide what it says. Source: actions/runner, src/Runner.Common/ActionCommand.cs.
 */
export function line(text: string): string {
  return text.replace(UNPRINTABLE, ' ').replaceAll('##[', '## [').trim().replace(/^::/, ': :');
}

/** C0 and C1 controls (line breaks and the escape of terminal colours among them), invisible and direction marks, lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu;

/**
 * Foreign text made fit for Markdown and HTML, as code. Everything but letters, digits and spaces becomes a character reference, so
 * there is no markup, table cell, address or command in it; inside `<code>` GitHub makes no mention and no issue link of it.
 */
export function code(text: string): string {
  return `<code>${inert(text)}</code>`;
}

/** Our own or staff's words in Markdown: as {@link code}, without its look. A mention would still reach people, so `@` is spaced off. */
export function words(text: string): string {
  return inert(text.replaceAll('@', '@ '));
}

function inert(text: string): string {
  return line(text).replace(/[^\p{L}\p{M}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`);
}
