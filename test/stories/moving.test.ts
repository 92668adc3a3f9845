import './by-people.story.ts';
import './other-partner.story.ts';
