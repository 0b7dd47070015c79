/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map$;
import scala.collection.mutable.Builder;

/** Copies collections between Java and the Scala interface of Spark's catalog. */
final class ScalaCollections {
    private ScalaCollections() {}

    static <T> scala.collection.immutable.List<T> seq(List<T> list) {
        return JavaConverters.asScalaBuffer(list).toList();
    }

    static <T> List<T> list(Seq<T> seq) {
        return List.copyOf(JavaConverters.seqAsJavaList(seq));
    }

    static <K, V> scala.collection.immutable.Map<K, V> map(Map<K, V> map) {
        Builder<Tuple2<K, V>, scala.collection.immutable.Map<K, V>> copy = Map$.MODULE$.newBuilder();
        map.forEach((key, value) -> copy.$plus$eq(new Tuple2<>(key, value)));
        return copy.result();
    }

    static <K, V> Map<K, V> map(scala.collection.Map<K, V> map) {
        return new LinkedHashMap<>(JavaConverters.mapAsJavaMap(map));
    }
}
