package cn.zhixin.certificate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of freshness, {@code zhixin.freshness.…}; the same on all nodes, for those that change a
 * certificate wait for those that answer.
 *
 * @param lease how long a node may answer from caches after it began to ask the feed. Longer bears
 *     longer failures of the database, and lets every change wait longer.
 * @param margin added to the lease before a change is acknowledged, for clocks that run at
 *     different rates
 */
@ConfigurationProperties("zhixin.freshness")
public record FreshnessProperties(
    @DefaultValue("1s") Duration lease, @DefaultValue("200ms") Duration margin) {}
