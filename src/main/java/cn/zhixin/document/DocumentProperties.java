package cn.zhixin.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the documents.
 *
 * @param templates folder with one folder per template; empty for those that come with the program.
 *     Whoever can write there decides what certificates look like and say
 * @param template the template used where a batch names none
 */
@ConfigurationProperties("zhixin.document")
public record DocumentProperties(
    @DefaultValue("") String templates,
    @DefaultValue(DocumentProperties.USUAL_TEMPLATE) String template) {
  static final String USUAL_TEMPLATE = "official-landscape";
}
