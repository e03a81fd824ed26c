package cn.zhixin.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A contestant's slices, one a round. */
record Series(List<Slice> slices) {
  Series {
    slices = List.copyOf(slices);
  }

  Spread perProcessCpuSecond() {
    return Spread.of(slices.stream().mapToDouble(Slice::perProcessCpuSecond));
  }

  Spread perThreadCpuSecond() {
    return Spread.of(slices.stream().mapToDouble(Slice::perThreadCpuSecond));
  }

  Spread perSecond() {
    return Spread.of(slices.stream().mapToDouble(Slice::perSecond));
  }

  /** How much more this one does for its process CPU time than another of the same round. */
  Spread against(Series other) {
    return Spread.of(
        IntStream.range(0, slices.size())
            .mapToDouble(
                i ->
                    slices.get(i).perProcessCpuSecond()
                        / other.slices.get(i).perProcessCpuSecond()));
  }

  /** How much more for the thread's own CPU time: neither collector nor compiler is counted. */
  Spread againstByThread(Series other) {
    return Spread.of(
        IntStream.range(0, slices.size())
            .mapToDouble(
                i ->
                    slices.get(i).perThreadCpuSecond() / other.slices.get(i).perThreadCpuSecond()));
  }

  /** How much more it does in the same time. */
  Spread againstByClock(Series other) {
    return Spread.of(
        IntStream.range(0, slices.size())
            .mapToDouble(i -> slices.get(i).perSecond() / other.slices.get(i).perSecond()));
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("per_process_cpu_second", perProcessCpuSecond().toJson());
    json.put("per_thread_cpu_second", perThreadCpuSecond().toJson());
    json.put("per_second", perSecond().toJson());
    return json;
  }
}
