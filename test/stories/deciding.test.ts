import './two-approvers.story.ts';
import './no-approver.story.ts';
import './forwarded.story.ts';
import './nothing-is-lost.story.ts';
