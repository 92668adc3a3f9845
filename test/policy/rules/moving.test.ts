import './azure-switch.rows.ts';
import './azure-switch-consequences.rows.ts';
import './azure-switch-old-offer.rows.ts';
import './azure-plan-transfer.rows.ts';
import './azure-plan-transfer-requests.rows.ts';
import './azure-plan-transfer-outcome.rows.ts';
import './licence-transfer.rows.ts';
