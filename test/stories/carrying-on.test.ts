import './stuck.story.ts';
import './rules-change.story.ts';
