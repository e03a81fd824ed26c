package cn.zhixin.issuance;

import cn.zhixin.certificate.VerificationCode;

/** That a certificate shall be replaced, and on what legal ground. */
public record CorrectionOrder(VerificationCode predecessor, String reason, String ground) {}
