using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Soccer.Hosting.Metrics;

/// <summary>The text exposition format 0.0.4.</summary>
static class PrometheusText
{
    public static void Write(TextWriter writer, Metric metric)
    {
        var name = NameOf(metric);
        writer.WriteLine($"# HELP {name} {metric.Description.Replace("\\", "\\\\").Replace("\n", " ")}");
        writer.WriteLine($"# TYPE {name} {TypeOf(metric.MetricType)}");
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = LabelsOf(point.Tags);
            switch (metric.MetricType)
            {
                case MetricType.Histogram:
                    WriteHistogram(writer, name, labels, point);
                    break;
                case MetricType.LongSum or MetricType.LongSumNonMonotonic:
                    WriteValue(writer, name, labels, point.GetSumLong());
                    break;
                case MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic:
                    WriteValue(writer, name, labels, point.GetSumDouble());
                    break;
                case MetricType.LongGauge:
                    WriteValue(writer, name, labels, point.GetGaugeLastValueLong());
                    break;
                case MetricType.DoubleGauge:
                    WriteValue(writer, name, labels, point.GetGaugeLastValueDouble());
                    break;
                default:
                    throw new NotSupportedException($"{metric.Name} is a {metric.MetricType}, which has no Prometheus text here");
            }
        }
    }

    static string NameOf(Metric metric)
    {
        var name = string.Concat(metric.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or ':' ? letter : '_'));
        if (metric.Unit is "s" && !name.EndsWith("_seconds", StringComparison.Ordinal))
            name += "_seconds";
        if (metric.Unit is "By" && !name.EndsWith("_bytes", StringComparison.Ordinal))
            name += "_bytes";
        return IsCounter(metric.MetricType) && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    static bool IsCounter(MetricType type) => type is MetricType.LongSum or MetricType.DoubleSum;

    static string TypeOf(MetricType type) => type == MetricType.Histogram ? "histogram" : IsCounter(type) ? "counter" : "gauge";

    static void WriteHistogram(TextWriter writer, string name, string labels, in MetricPoint point)
    {
        long cumulative = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            cumulative += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound) ? "+Inf" : bucket.ExplicitBound.ToString("R", CultureInfo.InvariantCulture);
            WriteValue(writer, name + "_bucket", labels.Length == 0 ? $"le=\"{bound}\"" : $"{labels},le=\"{bound}\"", cumulative);
        }
        WriteValue(writer, name + "_sum", labels, point.GetHistogramSum());
        WriteValue(writer, name + "_count", labels, point.GetHistogramCount());
    }

    static void WriteValue(TextWriter writer, string name, string labels, double value) =>
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {value:R}"));

    static string LabelsOf(ReadOnlyTagCollection tags)
    {
        var labels = new List<string>();
        foreach (var tag in tags)
            labels.Add($"{LabelOf(tag.Key)}=\"{Escape(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "")}\"");
        return string.Join(',', labels);
    }

    static string LabelOf(string key) => string.Concat(key.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));

    static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
