/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The report whose page is being made; commentary takes its figures from it. */
    view?: import('./components/view.ts').View;
  }
}
