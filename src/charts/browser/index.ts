// All the script that a page with charts runs before a reader asks for more.
import './tip.ts';
import './explore.ts';
