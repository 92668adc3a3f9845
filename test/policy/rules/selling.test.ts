import './resale.rows.ts';
import './resale-agreements.rows.ts';
import './resale-regions.rows.ts';
import './resale-sellers.rows.ts';
import './national-clouds.rows.ts';
import './national-clouds-borders.rows.ts';
