import './renewing.story.ts';
import './ending.story.ts';
