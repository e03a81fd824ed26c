package cn.zhixin.verification.panel;

import cn.zhixin.verification.PublicRole;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a holder's page needs.
 *
 * @param documents folder of issued documents, which this node only reads, such as a read-only
 *     mount or a copy; by default {@code zhixin.issuance.documents}, else {@code documents} in
 *     {@code zhixin.home}
 */
@PublicRole
@ConfigurationProperties("zhixin.panel")
public record PanelProperties(@Nullable Path documents) {}
