@NullMarked
package cn.zhixin.verification.web;

import org.jspecify.annotations.NullMarked;
