package cn.zhixin.ledger.following;

/** That a ledger was not found right: because it is wrong, or because it could not be read. */
public sealed interface NotConfirmed extends FollowingOutcome, SearchOutcome
    permits Alarm, CannotTell {}
