import './roles.rows.ts';
import './invitation.rows.ts';
import './gdap.rows.ts';
import './gdap-accepting-and-changing.rows.ts';
import './multi-partner.rows.ts';
import './ending.rows.ts';
