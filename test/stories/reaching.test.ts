import './outsiders.story.ts';
import './private-matters.story.ts';
import './unreachable-approvers.story.ts';
import './hostile-names.story.ts';
import './finding-again.story.ts';
import './the-letter-is-checked.story.ts';
