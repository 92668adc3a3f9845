import './stuck.story.ts';
import './rules-change.story.ts';
import './board.story.ts';
import './renewing.story.ts';
import './ending.story.ts';
