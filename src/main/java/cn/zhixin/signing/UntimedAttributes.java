package cn.zhixin.signing;

import java.util.Map;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;

/**
 * Signed attributes content-type, message-digest and those given. No signing-time: PAdES leaves it
 * to the signature dictionary (EN 319 142-1 §6.3), a time-stamp token has a time of its own.
 */
final class UntimedAttributes implements CMSAttributeTableGenerator {
  private final DefaultSignedAttributeTableGenerator defaults;

  UntimedAttributes(AttributeTable given) {
    defaults = new DefaultSignedAttributeTableGenerator(given);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public AttributeTable getAttributes(Map parameters) {
    return defaults
        .getAttributes(parameters)
        .remove(CMSAttributes.signingTime)
        .remove(CMSAttributes.cmsAlgorithmProtect);
  }
}
