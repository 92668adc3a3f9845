import './asking-the-customer.story.ts';
