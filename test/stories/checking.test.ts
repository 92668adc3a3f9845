import './checking.story.ts';
import './checking-apart.story.ts';
