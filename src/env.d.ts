/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The report whose page is being made, in the page's language: where links of a commentary lead. */
    page?: import('./components/view.ts').View;
    /** The same in the language of the commentary, which takes its figures from it. */
    view?: import('./components/view.ts').View;
  }
}
