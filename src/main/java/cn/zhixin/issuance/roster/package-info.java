/**
 * Rosters 名单: reads what committees keep as Excel or CSV, checks each row, and gives back a marked
 * copy that says what to mend.
 *
 * <p>Issues nothing and stores nothing. A row is accepted whole or rejected with all its problems;
 * columns that are not needed are never kept. No message holds a name or an identity number.
 */
@NullMarked
package cn.zhixin.issuance.roster;

import org.jspecify.annotations.NullMarked;
