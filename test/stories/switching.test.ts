import './handing-over.story.ts';
