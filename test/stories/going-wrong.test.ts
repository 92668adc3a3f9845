import './service-down.story.ts';
import './troubles-of-teams.story.ts';
import './customer-answers.story.ts';
