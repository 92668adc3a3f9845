import './channels.rows.ts';
import './channels-azure.rows.ts';
import './channels-cancelling.rows.ts';
import './channels-origins.rows.ts';
import './invitation-message.rows.ts';
