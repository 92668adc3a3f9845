import './checking.story.ts';
import './checking-apart.story.ts';
import './checked-before.story.ts';
import './deadlines.story.ts';
import './a-person-decides.story.ts';
import './government.story.ts';
import './switching.story.ts';
import './handing-over.story.ts';
