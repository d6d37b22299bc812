using System.Net.Mime;
using MassTransit;
using MassTransit.Configuration;

namespace Soccer.Ingest;

/// <summary>
/// Reads plain JSON as a command, but checks it before: the bus's own reasons name neither the member nor what it may be.
/// </summary>
sealed class PastedJson(ISerializerFactory json) : ISerializerFactory
{
    public ContentType ContentType => json.ContentType;

    public IMessageSerializer CreateSerializer() => json.CreateSerializer();

    public IMessageDeserializer CreateDeserializer() => new Deserializer(json.CreateDeserializer());

    sealed class Deserializer(IMessageDeserializer json) : IMessageDeserializer
    {
        public ContentType ContentType => json.ContentType;

        public ConsumeContext Deserialize(ReceiveContext receiveContext)
        {
            var body = receiveContext.Body.GetBytes();
            // What the bus can read the consumer checks: only it can fail the command's run.
            if (!PastedText.IsReadable(body))
                PastedText.Check(body);
            return json.Deserialize(receiveContext);
        }

        public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
            json.Deserialize(body, headers, destinationAddress);

        public MessageBody GetMessageBody(string text) => json.GetMessageBody(text);

        public void Probe(ProbeContext context) => json.Probe(context);
    }
}
