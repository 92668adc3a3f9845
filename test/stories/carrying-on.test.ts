import './stuck.story.ts';
