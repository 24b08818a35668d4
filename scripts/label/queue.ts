import type { Label } from '#model/label.ts';

type Step = { readonly at: number; readonly did: 'labelled' | 'put off' };

/** Which comment of a sample is to be labelled next. None can be left out: one that is put off comes again at the end. */
export class Queue {
  private readonly labels: (Label | undefined)[];
  private readonly left: number[];
  private readonly steps: Step[] = [];

  constructor(size: number) {
    this.labels = Array.from({ length: size }, () => undefined);
    this.left = [...this.labels.keys()];
  }

  /** Place in the sample of the comment to show; undefined where all are labelled. */
  get current(): number | undefined {
    return this.left[0];
  }

  get done(): number {
    return this.labels.length - this.left.length;
  }

  label(label: Label): void {
    const at = this.left.shift();
    if (at === undefined) return;
    this.labels[at] = label;
    this.steps.push({ at, did: 'labelled' });
  }

  putOff(): void {
    const at = this.left.shift();
    if (at === undefined) return;
    this.left.push(at);
    this.steps.push({ at, did: 'put off' });
  }

  /** Takes the last step back; nothing happens before the first. */
  undo(): void {
    const step = this.steps.pop();
    if (!step) return;
    if (step.did === 'put off') this.left.pop();
    else this.labels[step.at] = undefined;
    this.left.unshift(step.at);
  }

  /**
   * Labels of the first comments of the sample, up to the first that has none: these are a random sample too, whereas all that were labelled
   * would lack just those that somebody put off.
   */
  counted(): Label[] {
    const end = this.labels.indexOf(undefined);
    return this.labels.slice(0, end === -1 ? undefined : end) as Label[];
  }
}
