package cn.zhixin.document;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;

/** A signed PDF and the digest of all its bytes. */
public record RenderedDocument(Bytes pdf, Digest digest) {}
