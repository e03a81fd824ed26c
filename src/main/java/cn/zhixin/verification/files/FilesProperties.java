package cn.zhixin.verification.files;

import cn.zhixin.verification.PublicRole;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How strangers' files are looked into.
 *
 * @param maximumSize of one file
 * @param workers processes that look into files, each for one at a time
 * @param queue files that may wait for a process; who comes later is told to come again
 * @param time for one file; also how long one waits for a process
 * @param memory of heap for one process
 * @param filesEach after so many files a process is replaced
 * @param pages of a document
 * @param pixels of a picture
 * @param formerHosts hosts that QR symbols of older certificates lead to, besides the present one
 */
@PublicRole
@ConfigurationProperties("zhixin.files")
public record FilesProperties(
    @DefaultValue("20MB") DataSize maximumSize,
    @DefaultValue("2") int workers,
    @DefaultValue("6") int queue,
    @DefaultValue("15s") Duration time,
    @DefaultValue("320MB") DataSize memory,
    @DefaultValue("200") int filesEach,
    @DefaultValue("20") int pages,
    @DefaultValue("50000000") int pixels,
    @DefaultValue List<String> formerHosts) {}
